#!/bin/sh
# People's browsers run on machines of their own. Here they share two processors with the servers under test, which must not starve for them.
# Linux shares out by session first (sched(7), autogroups), and a browser is a session of its own: `nice` alone says nothing outside of it.
[ -w /proc/self/autogroup ] && echo "$YAJI_BROWSER_NICE" > /proc/self/autogroup
exec nice -n "$YAJI_BROWSER_NICE" "$YAJI_BROWSER" "$@"
