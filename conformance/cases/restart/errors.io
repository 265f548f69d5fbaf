# What restarts refuse.
# needs: continuations
# divergence: the reference has no restarts
say := method(e, e error println)
say(try(withRestarts("a")))
say(try(withRestarts("a", block(1))))
say(try(withRestarts("a", block(1), "b", block(2))))
say(try(withRestarts(1, block(1), 2)))
say(try(withRestarts("a", 1, 2)))
say(try(withRestarts(Restart, block(1), 2)))
say(try(invokeRestart))
say(try(invokeRestart(5)))
say(try(invokeRestart("nowhere")))
say(try(Restart with(5)))
say(try(Restart invoke))
# An error while names, blocks or arguments are evaluated is an ordinary exception.
say(try(withRestarts(Exception raise("name"), block(1), 2)))
withRestarts("a", block(v, v), say(try(invokeRestart("a", Exception raise("argument")))); "body") println
