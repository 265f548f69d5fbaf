# Locals without a self, or whose self leads back to them, send what they do not know to the receiver they were made with.
# divergence: the first two answer nil, the others do not end
o := Object clone do(x := 3)
o removed := method(removeSlot("self"); x)
o removed println
o removedFirst := method(removeSlot("self"); x = 4; x)
o removedFirst println
o x = 3
o itself := method(self := thisLocalContext; x)
o itself println
o circle := method(l := thisLocalContext; block(l setSlot("self", thisLocalContext); x) call)
o circle println
o updated := method(self := thisLocalContext; x = 5; x)
o updated println
o again := method(
    r := list()
    for(i, 1, 3, r append(x); if(i == 2, removeSlot("self")))
    r
)
o again println
