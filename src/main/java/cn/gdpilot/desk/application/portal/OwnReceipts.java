package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.papers.ReceiptProof;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The applicant's receipts on paper. */
@Controller
class OwnReceipts {

    private final Receipts receipts;
    private final ReceiptPaper paper;
    private final OwnApplications own;
    private final SignedInApplicant me;

    OwnReceipts(Receipts receipts, ReceiptPaper paper, OwnApplications own, SignedInApplicant me) {
        this.receipts = receipts;
        this.paper = paper;
        this.own = own;
        this.me = me;
    }

    /** The receipt of one submission, the latest unless said, as a paper with a QR code that leads to its verification. */
    @GetMapping("/portal/applications/{id}/receipt.pdf")
    ResponseEntity<byte[]> print(@PathVariable String id, @RequestParam(required = false) Integer version) {
        own.get(me.id(), id);
        Receipt receipt = receipts.of(id).stream()
                .filter(one -> version == null || version.equals(one.version()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Refusal.notFound("receipt.unknown"));
        return ReceiptProof.download(receipt, paper.print(receipt));
    }
}
