# Restarts are found through try, which is left, and handlers are as they were where the restart stands.
# needs: continuations
# divergence: the reference has no restarts
E1 := Exception clone
withHandler(E1, block(e, r, invokeRestart("out", e error)),
    withRestarts("out", block(v, list("out", v)),
        e := try(E1 signal("deep")); "not reached" println)) println
# Handlers that were pushed inside are gone.
withHandler(E1, block(e, r, "outer handler"),
    withRestarts("out", block(E1 signal("from the restart's block")),
        withHandler(E1, block(e, r, "inner handler"),
            try(try(withHandler(E1, block(e, r, "innermost"), invokeRestart("out"))))))) println
Coroutine currentCoroutine handlerStack size println
# The coroutine of the try that was left is finished.
left := nil
withRestarts("out", block(nil), try(left = Coroutine currentCoroutine; invokeRestart("out")))
left isFinished println
# A coroutine of its own does not see the restarts of its starter.
withRestarts("mine", block(nil), coroDo(seen := try(invokeRestart("mine")) error); yield)
Lobby getSlot("seen") println
# An exception that is raised ends the bodies it passes, and their restarts.
try(withRestarts("gone", block(nil), Exception raise("up"))) error println
computeRestarts size println
