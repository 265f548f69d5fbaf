# Handlers stand on the coroutine's stack while the body runs; stops end the body only.
# divergence: the reference leaves a handler on the stack when a stop ends the body
A := Exception clone
Coroutine currentCoroutine handlerStack println
withHandler(A, block(e, r, 1), Coroutine currentCoroutine handlerStack size println)
Coroutine currentCoroutine handlerStack size println
m := method(withHandler(A, block(e, r, 1), return 5); 6)
m println
for(i, 1, 3, withHandler(A, block(e, r, 1), break); write(i)); writeln
Coroutine currentCoroutine handlerStack size println
withHandler(A, block(e, r, list(e type, e error, r invoke(3)) println; "answer"), A signal("s")) println
e := try(A signal("unhandled", "nested"))
list(e type, e error, e nestedException) println
