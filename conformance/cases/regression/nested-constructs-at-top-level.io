# Found by the hostile set on the guest: at top level each nested construct doubled the code; and one that is redefined while an outer one runs is used.
if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, if(true, 1, 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2), 2) println
((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((7)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))) println
for(i, 1, 2, while(i > 0, if(i == 2, (i + (3)) println; break, i println; break)))
while(true, if((Lobby if := method(c, a, b, "mine")) isNil not, nil); if(false, 1, 2) println; break)
Lobby removeSlot("if")
if(false, 1, 2) println
