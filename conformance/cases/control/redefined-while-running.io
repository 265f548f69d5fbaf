# Operators and control structures get another meaning while the code that uses them runs: what comes afterwards sends the message, what has begun goes on.
own := method(P,
    P setSlot("and", method(writeln("own and"); 7))
    (P and 0) println
    if(true, "then" println, "else" println)
)
own(Object clone)
counting := method(n,
    sum := 0
    for(i, 1, 5,
        sum = sum + i
        if(i == 3, Number setSlot("+", method(o, self - o)))
    )
    sum println
    sum
)
counting(3)
twice := method(x, y,
    Number setSlot("*", method(o, 100))
    x * y
)
twice(3, 4) println
late := method(x, x / (Number setSlot("/", method(o, "mine")); 2))
late(8) println
late(8) println
endless := method(
    i := 0
    while(i < 5,
        i = i - -1
        if(i == 2, Object setSlot("if", method(writeln("own if"); 3)))
        if(i == 4, break)
    )
    i println
)
endless
