"""What the model reads for one request: a text with what is told beside it, or a conversation."""

from __future__ import annotations

from ownhand.core.messages import GenerationRequest
from ownhand.engine.context_plan import ContextPlan, plan_context
from ownhand.engine.tokenizer import Tokenizer


def plan_prompt(
    tokenizer: Tokenizer, request: GenerationRequest, context_tokens: int
) -> ContextPlan:
    """Decide what the model is shown, and what beside its own marks ends the continuation.

    Args:
        tokenizer: The model's own.
        request: What is wanted.
        context_tokens: What the model can hold; the request may want less.
    """
    limit = min(request.context_tokens, context_tokens)
    if request.chat:
        from ownhand.engine.chat_plan import plan_chat  # with it comes Jinja

        return plan_chat(tokenizer, request.chat, limit, request.max_tokens)
    return plan_context(
        tokenizer, request.prompt, limit, request.max_tokens, request.extras, request.after
    )
