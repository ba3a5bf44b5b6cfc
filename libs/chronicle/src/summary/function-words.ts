/** Words that say nothing about what a sentence is about, and those that fill the pauses of speech. */
const english = `a about above after again all also am an and any are as at be because been before being below between both but by can could did do
does doing done down during each either else ever every few for from further get gets getting go goes going gone got had has have having he her here hers him
himself his how i if in into is it its itself just let lets like ll lot m made make makes many may maybe me might mine more most much must my myself no nor not now of off
okay on once one only or other our ours out over own perhaps please quite rather re really s said same say says she should so some something such t than thank thanks
that the their theirs them themselves then there therefore these they thing things think this those though through to too under until up us ve very
was we well were what when where which while who whom whose why will with within without would yes yet you your yours yourself um uh er ah oh yeah ok right actually
basically simply indeed kind sort mean know don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain everyone everybody anyone somebody someone
don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't can't cannot i'm i've i'll i'd we're we've we'll we'd you're you've
you'll it's that's there's they're they've they'll he's she's let's what's who's here's d o`;

const chinese = `的 了 和 是 就 都 而 及 与 着 或 一个 没有 我们 你们 他们 她们 它们 是否 我 你 他 她 它 您 这 那 这个 那个 这些 那些 这样 那样 这里 那里 也 还 又 再 才 只 很 更 最 太 不 没 有 在 上 下 中 里 到 把 被
给 对 从 向 跟 让 使 为 为了 因为 所以 但 但是 可是 不过 如果 虽然 然后 那么 于是 而且 并且 以及 或者 还是 就是 只是 也是 都是 不是 可以 能 能够 会 要 想 应该 可能 需要 已经 正在 将 将要 等 等等 之 其 其中 此 该 各 每 某 一 一些 一下 一点 一种 两 几 多 少
什么 怎么 怎样 哪 哪里 谁 为什么 多少 吗 呢 吧 啊 呀 嘛 哦 嗯 呃 哎 唉 哈 啦 呗 那 个 们 地 得 过 来 去 说 讲 看 做 好 好的 对 对吧 是吧 谢谢 大家 各位 刚才 现在 今天 觉得 认为 知道 其实 真的 非常 比较 特别 时候 的话 来说 方面 情况 这边 那边 自己 所 以 于 由 即 则 若 当 并 且
进行 通过 关于 根据 按照 由于 以及 同时 另外 此外 首先 其次 最后 第一 第二 第三 我 咱们 本 同 还有 就要 有些 起来 出来 下来 一样 一直 东西 事情 问题`;

const known: ReadonlySet<string> = /* @__PURE__ */ new Set(`${english} ${chinese}`.split(/\s+/));

/** Of English and Chinese; the word in lower case. */
export const isFunctionWord = (word: string): boolean => known.has(word);
