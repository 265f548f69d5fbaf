# Early exit: a continuation leaves nested loops, library loops and methods at once.
# needs: continuations
# divergence: the reference has no continuations
find := method(lists, wanted,
    callcc(block(found,
        lists foreach(i, l, l foreach(j, x, if(x == wanted, found invoke(list(i, j)))))
        nil
    ))
)
find(list(list(1, 2), list(3, 4), list(5)), 4) println
find(list(list(1, 2)), 9) println
product := method(l, callcc(block(exit, l map(x, if(x == 0, exit invoke(0)); x) reduce(*))))
product(list(2, 3, 4)) println
product(list(2, 0, 4)) println
# Out of a deep recursion, out of a try, out of an argument.
down := method(n, k, if(n == 0, k invoke("bottom"), 1 + down(n - 1, k)))
callcc(block(k, down(5000, k))) println
callcc(block(k, try(k invoke("out of the try")); "not reached")) println
list(1, callcc(block(k, list(2, k invoke("argument"), 3))), 4) println
callcc(block(k, "the block's value")) println
callcc(block(k, 5 repeat(i, if(i == 3, k invoke("at " .. i)); i println); "never")) println
