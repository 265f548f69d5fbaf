# The action of catch is a barrier for return, break and continue.
m := method(try(Exception raise) catch(Exception, return 5); 6)
m println
for(i, 1, 3, try(Exception raise) catch(Exception, break); write(i)); writeln
for(i, 1, 3, try(Exception raise) catch(Exception, continue); write(i)); writeln
f := method(e := try(Exception raise("x")); e catch(Exception, r := "set in the action"); r)
f println
