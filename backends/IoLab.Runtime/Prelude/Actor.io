# The life of an actor's coroutine: one queued message at a time, others run in between.

Object actorProcessQueue := method(
    loop(
        while(future := self `takeFuture,
            self actorProcessFuture(future)
            yield
        )
        pause
    )
)

Object actorProcessFuture := method(future,
    error := try(future setResult(future `run))
    if(error, self handleActorException(error))
    nil
)

Object handleActorException := method(error, error showStack)
