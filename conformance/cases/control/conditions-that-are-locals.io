# A condition that is a local reads it as any message does: also nil, true and false, once they are activatable.
test := method(e, if(e, "yes", "no"))
count := method(e,
    turns := 0
    while(e, turns = turns + 1; e = nil)
    turns
)
list(test(nil), test(true), test(false), test(1), test("")) println
list(count(nil), count(true), count(1)) println
false setSlot("activate", method(1))
getSlot("false") setIsActivatable(true)
test(getSlot("false")) println
count(getSlot("false")) println
getSlot("false") setIsActivatable(false)
test(getSlot("false")) println
