# Base64, URL escapes.
"abc" asBase64 print
"abcd" asBase64 print
"" asBase64 print
"abcdefghijklmnop" asBase64(8) print
"abcdefghijklmnop" asBase64(10) print
"YWJjZA==" fromBase64 println
"YW\nJj" fromBase64 println
"YWJ" fromBase64 println
"!!!" fromBase64 size println
"//8=" fromBase64 asHex println
"a b&c" urlEncoded println
"a b&c" percentEncoded println
"-_.!~*'()/?:@&=+$,;#[]%" urlEncoded println
"a+b%26c" urlDecoded println
"a+b%26c" percentDecoded println
"%41%4a%4A" percentDecoded println
"a%C3%A9" urlDecoded size println
"aé" asUTF8 urlEncoded println
