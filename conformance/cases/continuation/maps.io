# A continuation as a Map can be changed: here its frames go on with another message.
# needs: continuations
# divergence: the reference has no continuations
k := nil
turn := 0
value := callcc(block(c, Lobby k := c; 1)) + 10
writeln("value ", value)
turn = turn + 1
if(turn == 1,
    map := k asMap
    frames := map at("coroutines") first at("frames")
    changed := frames first clone
    changed atPut("message", message(sqrt + 20))
    frames atPut(0, changed)
    (Continuation fromMap(map)) invoke(16)
)
if(turn == 2, (Continuation fromMap(k asMap)) invoke(5))
# What is refused.
say := method(e, e error println)
say(try(Continuation fromMap(5)))
say(try(Continuation fromMap(Map clone)))
bad := k asMap
bad atPut("coroutines", 5)
say(try(Continuation fromMap(bad)))
bad atPut("coroutines", list())
say(try(Continuation fromMap(bad)))
bad atPut("coroutines", list(1))
say(try(Continuation fromMap(bad)))
bad = k asMap
bad at("coroutines") first atPut("coroutine", 5)
say(try(Continuation fromMap(bad)))
bad = k asMap
frame := bad at("coroutines") first at("frames") first
frame atPut("state", "sleeping")
say(try(Continuation fromMap(bad)))
frame atPut("state", "activate")
frame atPut("locals", Object clone)
say(try(Continuation fromMap(bad)))
bad at("coroutines") first atPut("frames", list("frame"))
say(try(Continuation fromMap(bad)))
say(try(Continuation asMap))
