/// The words of labels by what they say, as tills in Chinese, English and German print them. Folded
/// and simplified before they are compared, so one spelling stands for Traditional print too.
///
/// They are the vocabulary of tills, not templates of any counter: what a label means on one
/// counter's paper is for evidence to say.
enum Lexicon {
  /// Words of the heads of item tables: 品名 数量 单价 金额.
  static let columns = [
    "品名", "商品名称", "商品", "名称", "项目", "货品", "菜品", "菜名", "数量", "件数", "份数", "单价", "金额", "小计",
    "合计", "价格", "售价", "原价", "折扣", "重量", "编码", "货号", "款号", "规格", "单位", "实价", "总价", "ITEM",
    "ITEMS", "DESCRIPTION", "QTY", "QUANTITY", "PRICE", "AMOUNT", "AMT", "PRODUCT", "ARTIKEL",
    "MENGE",
    "PREIS", "TOTAL", "CODE", "UPRICE", "DISC", "DISCOUNT", "UNITPRICE", "RM", "EUR", "UOM", "DESC",
    "EPREIS", "BETRAG", "BEZEICHNUNG",
  ]
}
