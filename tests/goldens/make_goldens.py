"""Makes smollm2.json, the reference that the starter model is held against. Run by hand, once.

Two independent implementations made its two parts, each in an environment of its own that is no
part of the project:

    python -m venv a && a/bin/pip install llama-cpp-python
    a/bin/python tests/goldens/make_goldens.py tokens SmolLM2-135M-Instruct.Q4_1.gguf
    python -m venv b && b/bin/pip install torch transformers accelerate gguf
    b/bin/python tests/goldens/make_goldens.py greedy SmolLM2-135M-Instruct.Q4_1.gguf

- tokens: llama.cpp's tokeniser, told to recognise special tokens. (Not transformers: what it makes
  of a GGUF file leaves out SmolLM2's cutting of numbers into digits.)
- greedy: transformers on the dequantised weights in float32, torch on the CPU, with the prompts'
  token ids from the first part. Each step is the argmax over the logits; it ends after 48 tokens or
  before a stop token. `narrowest_lead` is the smallest gap between the best and the second-best
  logit on the way: arithmetic less exact than that may rightly take another turn.

The GGUF file is the one inside the wheel of the starter model (resources/starter.toml).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

GOLDENS = Path(__file__).with_name("smollm2.json")
NEW_TOKENS = 48
STOP_IDS = (0, 2)

TEXTS = (
    "My trip to Yosemite was",
    "In 2024 it cost 3.14 euros, not 1,000,000.",
    "7",
    "room 101b and 42nd Street",
    "a  5 b   66  ",
    "x² + ½ = Ⅳ, ٣٤٥ and १२",
    " leading space",
    "   three leading spaces",
    "trailing space ",
    "trailing spaces   ",
    "\ttab\t\ttabs\t",
    "line one\nline two\n\nline four\n",
    "\r\nWindows\r\nlines\r\n",
    "\n",
    "\n\n\n",
    " ",
    "     ",
    "non-breaking\u00a0space and\u3000wide\u2003ones\u200bzero",
    "def f(x):\n    if x == 10:\n\t\treturn {'a': [1, 2]}  # comment\n",
    'for (int i=0;i<100;++i) { printf("%d\\n", i); }',
    "https://example.org/a?b=c&d=%20#e",
    "I'm sure they'll say we've DON'T it's o'clock ’tis",
    "你好,世界。今天是2024年。",
    "春眠不觉晓,处处闻啼鸟。",
    "日本語のテキスト、カタカナとひらがな",
    "Привет, мир! Ёлка",
    "مرحبا بالعالم",
    "שלום עולם",
    "नमस्ते दुनिया",
    "café naïve Straße e\u0301",
    "🙂",
    "I ❤️ 🍕!! 👍🏽👩‍💻",
    "👨‍👩‍👧‍👦 family 🏳️‍🌈 🇩🇪",
    "mixed 中文 and English и русский 123 😀",
    "<|im_start|>user\nHello there<|im_end|>\n<|im_start|>assistant\n",
    "<|endoftext|> in the <|middle|> and <repo_name>",
    "<|im_start|",
    "--- *** ___ ... !!! ??? --> <= != ===",
    "supercalifragilisticexpialidocious Donaudampfschifffahrtsgesellschaft",
    "A\u0000B\u0007C",
    "",
)

PROMPTS = (
    "My trip to Yosemite was",
    "Once upon a time, in a small village by the sea,",
    "The three most important rules of good writing are:\n\n1.",
    "def fibonacci(n):\n    ",
    'She opened the letter with trembling hands. It said: "',
    "<|im_start|>user\nWhat is the capital of France?<|im_end|>\n<|im_start|>assistant\n",
    "春眠不觉晓,",
    "In 1969, 3 astronauts",
)


def main(part: str, gguf_file: Path) -> None:
    """Make one part and write it into smollm2.json beside the other."""
    document: dict[str, Any] = {"schema": 1}
    if GOLDENS.exists():
        document = json.loads(GOLDENS.read_text(encoding="utf-8"))
    document |= tokens(gguf_file) if part == "tokens" else greedy(gguf_file, document)
    text = json.dumps(document, ensure_ascii=True, indent=1)
    GOLDENS.write_text(text + "\n", encoding="utf-8")


def tokens(gguf_file: Path) -> dict[str, Any]:
    """Tokenisations by llama.cpp."""
    import llama_cpp

    model = llama_cpp.Llama(str(gguf_file), vocab_only=True, verbose=False)
    return {
        "tokenised_by": f"llama.cpp (llama-cpp-python {llama_cpp.__version__})",
        "tokenised": [
            {
                "text": text,
                "ids": model.tokenize(text.encode(), add_bos=False, special=True) if text else [],
            }
            for text in dict.fromkeys(TEXTS + PROMPTS)
        ],
    }


def greedy(gguf_file: Path, document: dict[str, Any]) -> dict[str, Any]:
    """Greedy continuations by transformers."""
    import torch
    import transformers

    model = transformers.AutoModelForCausalLM.from_pretrained(
        gguf_file.parent, gguf_file=gguf_file.name, dtype=torch.float32
    ).eval()
    ids_of = {entry["text"]: entry["ids"] for entry in document["tokenised"]}
    return {
        "continued_by": f"transformers {transformers.__version__}, torch {torch.__version__}, float32 on the CPU",
        "continued": [continuation(model, prompt, ids_of[prompt]) for prompt in PROMPTS],
    }


def continuation(model: Any, prompt: str, ids: list[int]) -> dict[str, Any]:
    """One prompt's continuation, its first logits, and the narrowest lead of a chosen token."""
    import torch

    context, first, leads = list(ids), None, []
    with torch.no_grad():
        while len(context) < len(ids) + NEW_TOKENS:
            logits = model(torch.tensor([context])).logits[0, -1]
            best = torch.topk(logits, 5)
            first = first or best
            if int(best.indices[0]) in STOP_IDS:
                break
            leads.append(float(best.values[0] - best.values[1]))
            context.append(int(best.indices[0]))
    assert first is not None
    return {
        "prompt": prompt,
        "prompt_ids": ids,
        "ids": context[len(ids) :],
        "stopped": len(context) < len(ids) + NEW_TOKENS,
        "narrowest_lead": round(min(leads), 4),
        "first_top5": [
            {"id": int(index), "logit": round(float(value), 4)}
            for index, value in zip(first.indices, first.values, strict=True)
        ],
    }


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
