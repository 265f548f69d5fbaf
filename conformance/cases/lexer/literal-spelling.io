# A literal's message keeps its spelling; its value is cached.
message(1.50) name println
message(1.50) cachedResult println
message(0x1F) name println
message(1e3) name println
message("a\nb") name println
message("a\nb") cachedResult size println
message(nil) hasCachedResult println
message(true) cachedResult println
message(foo) hasCachedResult println
message(5) hasCachedResult println
