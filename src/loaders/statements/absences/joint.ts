/** What joins the things of a row: not the 及 of 涉及, the 与 of 参与, nor that of 与公开有关的投诉; and 法人和其他组织 is one thing. */
export const JOINT =
  /(?:以及|或者|、|或(?!者)|(?<![涉普顾])及(?!时|格)|(?<![总共])和(?!谐)|(?<=[\u4e00-\u9fff])(?<![参给])与(?!会|[^、和及或]{0,30}[有相]关))(?!其[他它](?:社会)?组织)/
