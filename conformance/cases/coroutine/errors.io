# What waits and timers refuse.
# divergence: the reference raises errors of inner messages
say := method(e, e error println)
say(try(wait("soon")))
say(try(Scheduler addTimer("soon", Coroutine currentCoroutine)))
