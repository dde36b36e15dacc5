package cn.gdpilot.domain.material;

import cn.gdpilot.domain.project.Applications;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Verifies any receipt of the chain, without a sign-in and without personal data. */
@Controller
class ReceiptPages {

    private final Receipts receipts;
    private final Applications applications;

    ReceiptPages(Receipts receipts, Applications applications) {
        this.receipts = receipts;
        this.applications = applications;
    }

    @GetMapping("/receipts")
    String verify(@RequestParam(required = false) String number, Model model) {
        model.addAttribute("number", number);
        receipts.find(number == null ? "" : number.strip()).ifPresent(found -> {
            model.addAttribute("receipt", ReceiptView.of(found, receipts.genuine(found)));
            model.addAttribute("round", round(found));
        });
        return "receipt";
    }

    /** Id of the round that the receipt belongs to; a list's id begins with it. */
    private String round(Receipt receipt) {
        return receipt.applicationId() == null
                ? receipt.recommendationId().split("/")[0]
                : applications.get(receipt.applicationId()).roundId();
    }
}
