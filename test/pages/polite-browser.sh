#!/bin/sh
# People's browsers run on machines of their own. Here they share two processors with the servers under test, which must not starve for them.
exec nice -n 10 "$YAJI_BROWSER" "$@"
