# Coroutines switch in the middle of whatever they do: loops, arguments, methods, library methods.
# divergence: the reference ends library loops at a yield
out := list()
worker := method(name,
    list(1, 2, 3) foreach(i, x, out append(name .. x); yield)
    out append(name .. list(1, 2) map(x, yield; x * 10) join("-"))
    out append(name .. (1 + (yield; 2)))
    Map with("k", 5) foreach(k, v, yield; out append(name .. k .. v))
    out append(name .. list(3, 1, 2) sortBy(block(a, b, yield; a < b)) join)
    2 repeat(i, yield; out append(name .. "r" .. i))
)
coroDoLater(worker("a"))
coroDoLater(worker("b"))
50 repeat(yield)
out join(" ") println
