# A chain of 50 actors: each adds one to the number it gets and sends it on to its successor. 40 numbers go through the chain.
# After the benchmark of that name in the Computer Language Benchmarks Game.
# unit: ns
# default: no
# expect: 2780

Link := Object clone do(
    successor := nil
    received := 0
    sum := 0

    take := method(number,
        received = received + 1
        if(successor,
            successor @@take(number + 1)
        ,
            sum = sum + number
        )
    )
)

benchmark := Object clone do(
    links := 50
    numbers := 40

    setup := method(nil)

    run := method(n,
        n repeat(answer := sendThrough)
        answer
    )

    sendThrough := method(
        end := Link clone
        chain := end
        (links - 1) repeat(
            link := Link clone
            link successor = chain
            chain = link
        )
        for(number, 1, numbers, chain @@take(number))
        while(end received < numbers, yield)
        end sum
    )
)
