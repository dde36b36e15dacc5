package cn.gdpilot.application;

import cn.gdpilot.dossier.Receipt;
import cn.gdpilot.dossier.ReceiptProof;
import cn.gdpilot.dossier.Receipts;
import cn.gdpilot.wording.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The applicant's receipts on paper. */
@Controller
class OwnReceipts {

    private final Receipts receipts;
    private final ReceiptPaper paper;
    private final ApplicationDesk desk;
    private final SignedInApplicant me;

    OwnReceipts(Receipts receipts, ReceiptPaper paper, ApplicationDesk desk, SignedInApplicant me) {
        this.receipts = receipts;
        this.paper = paper;
        this.desk = desk;
        this.me = me;
    }

    /** The latest receipt as a paper, with a QR code that leads to its verification. */
    @GetMapping("/portal/applications/{id}/receipt.pdf")
    ResponseEntity<byte[]> print(@PathVariable String id) {
        Receipt receipt = receipts.latest(desk.own(me.id(), id).id()).orElseThrow(() -> Refusal.notFound("receipt.unknown"));
        return ReceiptProof.download(receipt, paper.print(receipt));
    }
}
