package cn.gdpilot.application;

import cn.gdpilot.dossier.Receipt;
import cn.gdpilot.dossier.Receipts;
import cn.gdpilot.wording.Refusal;
import cn.gdpilot.wording.Texts;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Receipts: on paper for the applicant, and verified by anybody. */
@Controller
class ReceiptPages {

    private final Receipts receipts;
    private final ReceiptPaper paper;
    private final ApplicationDesk desk;
    private final SignedInApplicant me;

    ReceiptPages(Receipts receipts, ReceiptPaper paper, ApplicationDesk desk, SignedInApplicant me) {
        this.receipts = receipts;
        this.paper = paper;
        this.desk = desk;
        this.me = me;
    }

    /** The receipt of one submission, the latest unless said, as a paper with a QR code that leads to its verification. */
    @GetMapping("/portal/applications/{id}/receipt.pdf")
    ResponseEntity<byte[]> print(@PathVariable String id, @RequestParam(required = false) Integer version) {
        desk.own(me.id(), id);
        Receipt receipt = receipts.of(id).stream()
                .filter(one -> version == null || one.version() == version)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Refusal.notFound("receipt.unknown"));
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(Texts.of("receipt.file", receipt.number()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(paper.print(receipt));
    }

    /** Verifies a receipt, without a sign-in. */
    @GetMapping("/receipts")
    String verify(@RequestParam(required = false) String number, Model model) {
        model.addAttribute("number", number);
        receipts.find(number == null ? "" : number.strip())
                .ifPresent(found -> model.addAttribute("receipt", ReceiptView.of(found, receipts.genuine(found))));
        return "receipt";
    }
}
