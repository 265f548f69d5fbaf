# Numbers from texts.
"1.5.5" asNumber println
"12abc" asNumber println
"" asNumber isNan println
"abc" asNumber isNan println
if("" asNumber, "true", "false") println
"0x1F" asNumber println
