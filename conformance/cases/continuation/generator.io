# Generators: the producer and the consumer take turns by continuations.
# needs: continuations
# divergence: the reference has no continuations
Generator := Object clone do(
    with := method(body,
        g := self clone
        g body := getSlot("body")
        g rest := nil
        g back := nil
        g
    )
    next := method(
        callcc(block(k, goOn(k)))
    )
    goOn := method(k,
        back = k
        if(rest, rest invoke)
        body call(self)
        back invoke("end")
    )
    give := method(value,
        callcc(block(k, hand(k, value)))
    )
    hand := method(k, value,
        rest = k
        back invoke(value)
    )
)
squares := Generator with(block(g, for(i, 1, 4, g give(i * i))))
5 repeat(squares next println)
# Two at a time, one of them over a tree.
walk := method(tree, g, tree foreach(node, if(node isKindOf(List), walk(node, g), g give(node))))
leaves := Generator with(block(g, walk(list(1, list(2, list(3, 4)), 5), g)))
names := Generator with(block(g, list("a", "b", "c", "d", "e") foreach(n, g give(n))))
while((leaf := leaves next) != "end", write(leaf, names next, " "))
writeln
# A producer may wait inside a try: the try is part of what is kept.
careful := Generator with(block(g, e := try(g give("in the try"); Exception raise("later")); g give(e error)))
2 repeat(careful next println)
