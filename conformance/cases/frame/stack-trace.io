# A stack trace written in Io.
# needs: continuations
# divergence: the reference's frames are those of another evaluator
stackTrace := method(
    lines := list()
    coroutine := Coroutine currentCoroutine
    while(coroutine,
        frame := coroutine currentFrame
        while(frame,
            if(frame call and frame message name != "stackTrace",
                lines append(frame target type .. " " .. frame message name .. ":" .. frame message lineNumber))
            frame = frame parent
        )
        coroutine = coroutine parentCoroutine
    )
    lines
)
Account := Object clone do(
    check := method(amount, l := stackTrace; if(amount < 0, Exception raise("negative")); l)
    deposit := method(amount, l := check(amount); l)
)
transfer := method(amount, result := Account deposit(amount); result)
transfer(5) foreach(println)
"-" println
e := try(transfer(6) foreach(println); Exception raise("x"))
"-" println
c := coroFor(transfer(7) foreach(println))
c resume
