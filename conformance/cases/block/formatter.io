# Block Formatter lays a block out into a buffer.
f := Block Formatter clone formatBlock(method(a, b, a + b))
f buffer split("\n") rest join("\n") println
