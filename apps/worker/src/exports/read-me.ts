/** What stands beside the files of a ZIP, for whoever opens it in ten years. `upTo`: log number; `made`: date and time with its zone. */
export const readMe = ({ title, upTo, made }: { title: string; upTo: number; made: string }): string => `${title}

These files were made by Yaji on ${made}, from entries 1 to ${upTo} of the room's log.

minutes, report   for reading (PDF, HTML), for going on writing (DOCX, Markdown)
tables            attendance, agenda, contributions, questions, polls, votes and the chat (XLSX, CSV); times are those of the salon's place
transcript        what was said, where it was written down (TXT, WebVTT, SRT, JSON)
MANIFEST.json     size and SHA-256 of every file: check a file with  sha256sum FILE

A cell that a spreadsheet would have taken for a formula begins with an apostrophe in the CSV files.

————

这些文件由 Yaji 于 ${made} 生成，依据会议室日志第 1 条至第 ${upTo} 条。

minutes, report   纪要和报道：阅读用 PDF、HTML，续写用 DOCX、Markdown
tables            出席、议程、发言、问答、投票、表决和聊天（XLSX、CSV）；时间均为沙龙所在地时间
transcript        发言文字记录（如有）：TXT、WebVTT、SRT、JSON
MANIFEST.json     每个文件的大小和 SHA-256；可用  sha256sum 文件名  核对

CSV 文件中，凡会被电子表格当作公式的单元格，前面都加了撇号。
`;
