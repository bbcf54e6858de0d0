print("fil")
