# Looking at frames changes nothing; a frame stays what it was; other coroutines have frames too.
# needs: continuations
# divergence: the reference's frames are those of another evaluator
sum := 0
kept := list()
for(i, 1, 3,
    kept append(Coroutine currentCoroutine currentFrame)
    sum = sum + i
)
sum println
kept map(state) println
(kept at(0) parent == nil) println
c := coroFor(x := 5; yield; x)
c currentFrame println
coroDoLater(c resume)
yield
c currentFrame state println
c currentFrame message name println
c currentFrame locals x println
Coroutine currentFrame println
m := method(v, Coroutine currentCoroutine currentFrame)
f := m(7)
f parent state println
k := method(v, f := Coroutine currentCoroutine currentFrame; while(f call isNil, f = f parent); list(f call message code, f blockLocals v, f target type))
k(9) println
