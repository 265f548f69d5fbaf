# Found by comparing generated programs with the reference: catch answers the value of a return or break in its action.
e := try(Exception raise("x"))
(e catch(Exception, return 2)) println
(e catch(Exception, break(3))) println
(e catch(Exception, break)) println
(e catch(Exception, return)) println
(e catch(Exception, if(true, return 4); 5)) println
(e catch(Exception, 5)) println
m := method(e catch(Exception, return 7) println; "after" println; 8)
m println
for(i, 1, 2, e catch(Exception, break(3)) println)
