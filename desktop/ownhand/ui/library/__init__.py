"""The writer's folder of texts beside the page, and finding in all of them."""
