"""Write the helper's API as types for the extension: extension/shared/api.d.ts, made of its OpenAPI document.

`tsc --checkJs --strict` holds the extension's code against them, so the two cannot drift apart unseen.
    .venv/bin/python scripts/api_types.py [--check]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "extension" / "shared" / "api.d.ts"
METHODS = ("get", "put", "post", "patch", "delete")
SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
HEAD = "// Made by scripts/api_types.py of the helper's OpenAPI document. Do not edit.\n"


def document() -> dict[str, Any]:
    """The OpenAPI document, without a store or a server: describing the calls needs neither."""
    from helper.api.app import create_app

    nothing = cast(Any, None)
    return dict(create_app(nothing, nothing, 38427).api_doc)


def type_of(schema: dict[str, Any], *, answer: bool) -> str:
    """A JSON schema as a TypeScript type. What has a default is always there in an answer, and may be left out of a request."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"{'Answers' if answer else 'Requests'}['{name}']"
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " | ".join(dict.fromkeys(type_of(part, answer=answer) for part in schema[key]))
    if "allOf" in schema and len(schema["allOf"]) == 1:
        return type_of(schema["allOf"][0], answer=answer)
    kind = schema.get("type")
    if kind == "array":
        if "prefixItems" in schema:
            return f"[{', '.join(type_of(part, answer=answer) for part in schema['prefixItems'])}]"
        return f"Array<{type_of(schema.get('items', {}), answer=answer)}>"
    if kind == "object" or "properties" in schema:
        return object_of(schema, answer=answer)
    return SIMPLE.get(kind, "unknown") if isinstance(kind, str) else "unknown"


def object_of(schema: dict[str, Any], *, answer: bool) -> str:
    properties = schema.get("properties", {})
    further = schema.get("additionalProperties")
    if not properties:
        values = type_of(further, answer=answer) if isinstance(further, dict) else "unknown"
        return f"{{ [key: string]: {values} }}"
    needed = set(schema.get("required", []))
    fields = []
    for name, part in properties.items():
        there = name in needed or (answer and "default" in part)
        fields.append(f"{json.dumps(name) if not name.isidentifier() else name}{'' if there else '?'}: "
                      f"{type_of(part, answer=answer)}")
    return "{ " + "; ".join(fields) + " }"


def calls(spec: dict[str, Any]) -> Iterator[str]:
    """One line a call: what it is asked with and what it answers."""
    for path, item in sorted(spec["paths"].items()):
        for method in METHODS:
            if method not in item:
                continue
            call = item[method]
            parts = [f"{place}: {parameters_of(found)}" for place in ("path", "query")
                     if (found := [p for p in call.get("parameters", []) if p["in"] == place])]
            if body := json_schema(call.get("requestBody", {})):
                parts.append(f"body: {type_of(body, answer=False)}")
            good = next((found for status, found in sorted(call["responses"].items()) if status.startswith("2")), {})
            answered = json_schema(good)
            answer = type_of(answered, answer=True) if answered else "null"
            yield f"  '{method.upper()} {path}': {{ request: {{ {'; '.join(parts)} }}; answer: {answer} }};"


def parameters_of(parameters: list[dict[str, Any]]) -> str:
    fields = (f"{p['name']}{'' if p.get('required') else '?'}: {type_of(p.get('schema', {}), answer=False)}" for p in parameters)
    return "{ " + "; ".join(fields) + " }"


def json_schema(part: dict[str, Any]) -> dict[str, Any] | None:
    content = part.get("content", {}).get("application/json", {})
    found: dict[str, Any] | None = content.get("schema")
    return found


def rendered(spec: dict[str, Any]) -> str:
    schemas = sorted(spec["components"]["schemas"].items())
    lines = [HEAD]
    for name, answer in (("Answers", True), ("Requests", False)):
        lines.append(f"export interface {name} {{")
        lines += [f"  {key}: {type_of(schema, answer=answer)};" for key, schema in schemas]
        lines.append("}\n")
    lines += ["export interface Calls {", *calls(spec), "}"]
    return "\n".join(lines) + "\n"


def main() -> int:
    made = rendered(document())
    if "--check" in sys.argv[1:]:
        current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == made
        print("current" if current else f"{TARGET.relative_to(ROOT)} is out of date: run scripts/api_types.py")
        return 0 if current else 1
    TARGET.write_text(made, encoding="utf-8")
    print(TARGET.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
