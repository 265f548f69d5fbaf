# Zero, empty texts and empty lists are true; only nil and false are not.
if(0, "true", "false") println
if("", "true", "false") println
if(list(), "true", "false") println
if("abc" asNumber, "true", "false") println
(0 and "") println
