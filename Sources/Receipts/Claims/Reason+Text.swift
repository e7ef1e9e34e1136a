extension Reason {
  /// What it means and what to do, in one short sentence for members and operators.
  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  // One exhaustive table a language, longer than a function should be: a new reason does not
  // compile until it has its text.

  private var english: String {
    switch self {
    case .imageMissing: "The photo is not there. Send it again."
    case .imageUnreadable: "The photo may not be read. Check who is allowed to read the file."
    case .imageEmpty: "The file is empty. Send the photo again."
    case .imageTruncated: "The photo is cut off. Send it again and wait until it is done."
    case .imageTypeUnsupported: "Only JPEG and PNG photos are read. Convert it and send it again."
    case .imageTooLarge: "The file is too large. Send a smaller photo."
    case .imageTooManyPixels: "The photo has too many pixels. Send a smaller one."
    case .imageTooSmall: "The photo is too small to read. Take a larger one."
    case .imageAnimated: "Moving pictures are not read. Send a still photo."
    case .imageNotAFile: "This is a folder, a link or a device. Send the photo itself."
    case .imageDamaged: "The photo is damaged. Take it again and send it again."
    case .readerTimeout: "Reading took too long. Retake the photo with the receipt filling it."
    case .readerCrashed: "The photo could not be read. Take it again, or ask the service desk."
    case .severalPapers: "More than one paper lies on the picture. Send one picture for each."
    case .nothingReadable: "No text can be read. Retake the photo closer and in good light."
    case .kindUncertain: "It is not certain what this paper is. Say whether it is a paid receipt."
    case .counterUncertain: "The shop is not certain. Choose the counter."
    case .counterUnknown: "The shop is not in the register. Choose it, or add it to the register."
    case .amountUncertain: "The amount paid is not certain. Enter it from the photo."
    case .amountMissing: "No amount paid can be read. Enter it, or ask for a better photo."
    case .timeUncertain: "The time of purchase is not certain. Enter it from the photo."
    case .timeMissing: "No date can be read. Enter it, or ask for a better photo."
    case .receiptNumberUncertain: "The receipt number is not certain. Enter it from the photo."
    case .currencyForeign: "The receipt is in another currency. Check it."
    case .layoutChanged: "This counter's receipts look new. Check every field."
    case .amountUnconfirmed:
      "Nothing else on the paper leads to the amount. Check that it was not changed."
    case .sumMismatch: "The items do not add up to the amount. Check for a misread or a change."
    case .notPaid: "This bill is not paid yet. Send the receipt you get after paying."
    case .refund: "This is a refund. Refunds earn no points."
    case .reprint: "This is a copy printed again. Check that the first print was not used."
    case .cardSlip: "This is a card slip. Send the shop's own receipt."
    case .notAReceipt: "This is not a shop receipt. Send the receipt of a purchase."
    case .tooOld: "The purchase is too long ago. Send receipts in time."
    case .inFuture: "The purchase is in the future. Check the date on the paper."
    case .counterClosed: "The shop was not in this mall on that day. Check counter and date."
    case .amountOutOfBounds: "The amount is unusual for this shop. Check it."
    case .belowMinimum: "The amount is too small to earn points."
    case .excluded: "Purchases at this shop earn no points."
    case .duplicateImage: "This very photo was sent before. Each receipt counts once."
    case .duplicatePurchase: "This purchase already has its points. Each receipt counts once."
    case .possibleDuplicate: "This may be a purchase that has its points. Compare the two photos."
    case .memberUnknown: "The member is not known. Check the member number."
    case .claimConflict: "This claim number was used for another photo. Give a new one."
    case .memberDailyLimit: "The member reached the day's limit of receipts. Check the claim."
    case .counterDailyLimit: "The member's limit of receipts a day at this shop is reached. Check."
    case .reviewerRejected: "A reviewer declined this receipt. Ask the service desk why."
    case .reversed: "The points were taken back. Ask the service desk why."
    case .noRules: "No points rules are in force. Apply a rules file first."
    }
  }

  private var chinese: String {
    switch self {
    case .imageMissing: "找不到照片，请重新上传。"
    case .imageUnreadable: "没有读取照片的权限，请检查文件权限。"
    case .imageEmpty: "文件是空的，请重新上传照片。"
    case .imageTruncated: "照片不完整，请重新上传并等待完成。"
    case .imageTypeUnsupported: "只支持 JPEG 和 PNG 照片，请转换后重新上传。"
    case .imageTooLarge: "文件太大，请上传较小的照片。"
    case .imageTooManyPixels: "照片像素过多，请上传较小的照片。"
    case .imageTooSmall: "照片太小，无法识别，请重新拍摄。"
    case .imageAnimated: "不支持动图，请上传静态照片。"
    case .imageNotAFile: "这是文件夹、链接或设备，请上传照片文件本身。"
    case .imageDamaged: "照片已损坏，请重新拍摄并上传。"
    case .readerTimeout: "识别超时，请让小票占满画面后重新拍摄。"
    case .readerCrashed: "照片无法识别，请重新拍摄或咨询服务台。"
    case .severalPapers: "照片里不止一张小票，请每张单独拍摄。"
    case .nothingReadable: "看不清任何文字，请靠近并在光线充足处重拍。"
    case .kindUncertain: "无法确定单据类型，请确认是否为已付款小票。"
    case .counterUncertain: "无法确定店铺，请选择专柜。"
    case .counterUnknown: "店铺不在专柜名册中，请选择专柜或补录名册。"
    case .amountUncertain: "实付金额不确定，请对照照片填写。"
    case .amountMissing: "读不到实付金额，请填写或要求重拍。"
    case .timeUncertain: "消费时间不确定，请对照照片填写。"
    case .timeMissing: "读不到日期，请填写或要求重拍。"
    case .receiptNumberUncertain: "小票号不确定，请对照照片填写。"
    case .currencyForeign: "小票为其他币种，请核对。"
    case .layoutChanged: "该专柜的小票版式已变，请逐项核对。"
    case .amountUnconfirmed: "票面上没有其他数字能印证该金额，请核对是否涂改。"
    case .sumMismatch: "明细与金额不符，请核对是否误读或涂改。"
    case .notPaid: "此单尚未付款，请上传结账后的小票。"
    case .refund: "这是退货单，退款不积分。"
    case .reprint: "这是补打小票，请核对原小票是否已积分。"
    case .cardSlip: "这是刷卡签购单，请上传店铺小票。"
    case .notAReceipt: "这不是购物小票，请上传消费小票。"
    case .tooOld: "消费时间过久，已超过积分期限。"
    case .inFuture: "消费时间在未来，请核对小票日期。"
    case .counterClosed: "当天该店铺不在本商场营业，请核对店铺和日期。"
    case .amountOutOfBounds: "金额超出该店铺的正常范围，请核对。"
    case .belowMinimum: "金额未达到积分门槛。"
    case .excluded: "该店铺的消费不参与积分。"
    case .duplicateImage: "这张照片已上传过，每张小票只积分一次。"
    case .duplicatePurchase: "这笔消费已积分，每张小票只积分一次。"
    case .possibleDuplicate: "可能与已积分的消费重复，请比对两张照片。"
    case .memberUnknown: "会员不存在，请核对会员号。"
    case .claimConflict: "此申请编号已用于另一张照片或另一位会员，请换一个编号。"
    case .memberDailyLimit: "该会员当天的积分次数已达上限，请核对。"
    case .counterDailyLimit: "该会员当天在此店铺的积分次数已达上限，请核对。"
    case .reviewerRejected: "审核人员未通过此小票，请咨询服务台。"
    case .reversed: "积分已撤回，请咨询服务台。"
    case .noRules: "没有生效的积分规则，请先应用规则文件。"
    }
  }
}
