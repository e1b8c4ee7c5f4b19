"""Makes chats.json: conversations as transformers writes them down. Run by hand, once.

In an environment of its own that is no part of the project:

    python -m venv b && b/bin/pip install transformers jinja2
    b/bin/python tests/goldens/make_chat_goldens.py

The first template is that of the starter model; the others are written here, in the styles that other
models have: each with what is particular about its kind.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

GOLDENS = Path(__file__).with_name("chats.json")

TEMPLATES: dict[str, dict[str, str]] = {
    "chatml": {
        "bos": "<|im_start|>",
        "eos": "<|im_end|>",
        "ending": "<|im_end|>",
        "source": "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nYou are a helpful AI assistant named SmolLM, trained by Hugging Face<|im_end|>\n' }}{% endif %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}",
    },
    "llama-2": {
        "bos": "<s>",
        "eos": "</s>",
        "ending": "</s>",
        "source": """{%- if messages[0]['role'] == 'system' -%}
    {%- set told = '<<SYS>>\n' + messages[0]['content'] + '\n<</SYS>>\n\n' -%}
    {%- set rest = messages[1:] -%}
{%- else -%}
    {%- set told = '' -%}
    {%- set rest = messages -%}
{%- endif -%}
{%- for turn in rest -%}
    {%- if (turn.role == 'user') != (loop.index0 % 2 == 0) -%}
        {{ raise_exception('user and assistant must alternate') }}
    {%- endif -%}
    {%- if turn.role == 'user' -%}
        {{ bos_token ~ '[INST] ' ~ (told if loop.first else '') ~ turn.content.strip() ~ ' [/INST]' }}
    {%- else -%}
        {{ ' ' ~ turn.content.strip() ~ ' ' ~ eos_token }}
    {%- endif -%}
{%- endfor -%}
""",
    },
    "llama-3": {
        "bos": "<|begin_of_text|>",
        "eos": "<|eot_id|>",
        "ending": "<|eot_id|>",
        "source": """{% set today = strftime_now('%Y') if strftime_now is defined and false else '2024' %}
{{ bos_token }}
{%- for turn in messages %}
    {{- '<|start_header_id|>' + turn['role'] + '<|end_header_id|>\n\n' + turn['content'] | trim + '<|eot_id|>' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start_header_id|>assistant<|end_header_id|>\n\n' }}
{%- endif %}
""",
    },
    "gemma": {
        "bos": "<bos>",
        "eos": "<eos>",
        "ending": "<end_of_turn>",
        "source": """{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system here') }}{% endif %}
{% for turn in messages %}
    {% set who = 'model' if turn.role == 'assistant' else turn.role %}
    {{- '<start_of_turn>' + who + '\n' + turn.content | trim + '<end_of_turn>\n' }}
{% endfor %}
{% if add_generation_prompt %}
    {{- '<start_of_turn>model\n' }}
{% endif %}
""",
    },
    "mistral": {
        "bos": "<s>",
        "eos": "</s>",
        "ending": "</s>",
        "source": """{{- bos_token }}
{%- set ns = namespace(expected='user') %}
{%- for turn in messages %}
    {%- if turn.role not in ['user', 'assistant'] %}{{ raise_exception('only user and assistant') }}{% endif %}
    {%- if turn.role != ns.expected %}{{ raise_exception('they must alternate') }}{% endif %}
    {%- set ns.expected = 'assistant' if turn.role == 'user' else 'user' %}
    {%- if turn.role == 'user' %}
        {{- '[INST] ' + turn.content + ' [/INST]' }}
        {%- continue %}
    {%- endif %}
    {%- generation %}{{- ' ' + turn.content + eos_token }}{%- endgeneration %}
{%- endfor %}
""",
    },
    "headings": {
        "bos": "",
        "eos": "",
        "ending": "### Instruction:",
        "source": """{% for turn in messages %}
{% if turn.role == 'system' %}{{ turn.content ~ '\n\n' }}{% elif turn.role == 'user' %}{{ '### Instruction:\n' ~ turn.content ~ '\n\n' }}{% else %}{{ '### Response:\n' ~ turn.content ~ '\n\n' }}{% endif %}
{% endfor %}
{% if add_generation_prompt %}{{ '### Response:\n' }}{% endif %}
""",
    },
}

SAID: dict[str, list[tuple[str, str]]] = {
    "question": [("user", "Who wrote “Emma”?")],
    "three turns": [("user", "Hi\nthere"), ("assistant", "Hello. "), ("user", "  Two words: é, 春眠  ")],
    "with a system": [("system", "Be brief."), ("user", "Why?"), ("assistant", "So."), ("user", "{{ 7*7 }}")],
    "two questions": [("user", "One"), ("user", "Two")],
}  # fmt: skip


def main() -> None:
    """Write the file anew."""
    import transformers
    from transformers.utils.chat_template_utils import render_jinja_template

    renderings: list[dict[str, Any]] = []
    for kind, template in TEMPLATES.items():
        for title, turns in SAID.items():
            messages = [{"role": role, "content": content} for role, content in turns]
            try:
                texts, _ = render_jinja_template(
                    [messages],
                    chat_template=template["source"],
                    add_generation_prompt=True,
                    bos_token=template["bos"],
                    eos_token=template["eos"],
                )
                text: str | None = texts[0]
            except Exception:  # raise_exception of the template
                text = None
            renderings.append({"template": kind, "said": title, "turns": turns, "text": text})
    document = {
        "schema": 1,
        "rendered_by": f"transformers {transformers.__version__}",
        "templates": TEMPLATES,
        "renderings": renderings,
    }
    text = json.dumps(document, ensure_ascii=True, indent=1)
    GOLDENS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
