# The current frame, its facts, and the way to the beginning.
# needs: continuations
# divergence: the reference's frames are those of another evaluator
f := Coroutine currentCoroutine currentFrame
list(f type, f state, f message name, f depth) println
show := method(f, while(f, list(f depth, f state, f message name, f call type, f locals type) println; f = f parent))
show(f)
m := method(a, b := a + 1; show(Coroutine currentCoroutine currentFrame); b)
m(1) println
x := 1 + (y := m(2) * 2)
list(1) foreach(i, show(Coroutine currentCoroutine currentFrame))
