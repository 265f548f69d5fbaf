# computeRestarts lists what is active, innermost first; a restart tells its name and what it is for.
# needs: continuations
# divergence: the reference has no restarts
computeRestarts println
names := method(computeRestarts map(name))
withRestarts("a", block(1), "b", block(2), withRestarts("c", block(3), names)) println
kept := nil
withRestarts(Restart with("retry", "try it again"), block(x, "retried with " .. x), "plain", block(nil),
    kept = computeRestarts first
    kept name println
    kept description println
    computeRestarts at(1) description println
    kept isActive println
    kept invoke(7)) println
kept isActive println
try(kept invoke(8)) error println
kept type println
# One restart given twice makes two.
again := Restart with("again")
withRestarts(again, block("outer"), withRestarts(again, block("inner"),
    l := computeRestarts; (l at(0) == l at(1)) println; l at(1) invoke)) println
again isActive println
# In a handler the restarts of the place that signalled are active.
withHandler(Exception, block(e, r, computeRestarts map(name)),
    withRestarts("deep", block(nil), Exception signal("x"))) println
