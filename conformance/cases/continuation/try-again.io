# A continuation that was captured in a try holds the try and what comes after it.
# needs: continuations
# divergence: the reference has no continuations
n := 0
e := try(
    callcc(block(c, Lobby k := c))
    n = n + 1
    if(n == 3, Exception raise("third"))
)
writeln("after the try: ", if(e, e error, "no error"))
if(n < 3, k copy invoke)
# The same with two tries, from inside another.
n = 0
outer := try(
    inner := try(callcc(block(c, Lobby k := c)); n = n + 1; if(n == 2, Exception raise("inner")))
    writeln("after the inner try: ", if(inner, inner error, "no error"))
    if(n < 2, try(k copy invoke; "never" println))
    Exception raise("outer")
)
outer error println
# Handlers come back with it.
E1 := Exception clone
n = 0
withHandler(E1, block(x, r, "handled " .. x error),
    callcc(block(c, Lobby k := c))
    n = n + 1
    E1 signal(n) println
)
Coroutine currentCoroutine handlerStack size println
if(n < 3, k copy invoke)
Coroutine currentCoroutine handlerStack size println
