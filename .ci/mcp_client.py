"""The client behind `.ci/mcp`."""
import asyncio
import json
import pathlib
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

transcript = pathlib.Path("Tests/ShellTests/Transcripts/WorthStarting.txt")
program, records = sys.argv[1], "--record" in sys.argv


def at(value, pointer):
    """What stands at a place; None where there is nothing."""
    for step in pointer.split("/")[1:]:
        try:
            value = value[int(step)] if isinstance(value, list) else value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def number(value):
    """Numbers are the same, whether Python reads them as whole or not."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


async def ask():
    lines, faults = [], []
    server = StdioServerParameters(command=program, args=["mcp", "scenarios", "--seconds", "600"])
    async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as session:
        await session.initialize()
        await session.send_ping()
        tools = {tool.name for tool in (await session.list_tools()).tools}
        for name in ("run", "compare", "why", "check", "whatif"):
            if name not in tools:
                faults.append(f"no tool {name}")
        resources = (await session.list_resources()).resources
        for resource in resources:
            contents = (await session.read_resource(resource.uri)).contents
            if not contents[0].text:
                faults.append(f"{resource.uri} is empty")
        answer = {}
        for line in transcript.read_text().splitlines():
            if line.startswith("call "):
                _, tool, arguments = line.split(" ", 2)
                # The client itself holds what comes to the tool's schema.
                result = await session.call_tool(tool, json.loads(arguments))
                answer = result.model_dump(by_alias=True, exclude_none=False)
            elif line.startswith("= "):
                _, pointer, told = line.split(" ", 2)
                found = number(at(answer, pointer))
                if told != found:
                    faults.append(f"{pointer}: {found}, not {told}")
                line = f"= {pointer} {found}"
            lines.append(line)
    if records:
        transcript.write_text("\n".join(lines) + "\n")
    else:
        for fault in faults:
            print(fault, file=sys.stderr)
    print(f"{len(tools)} tools, {len(resources)} resources, {sum(line.startswith('call ') for line in lines)} calls")
    return 0 if records or not faults else 1


sys.exit(asyncio.run(ask()))
