package cn.gdpilot.domain.material;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Verifies any receipt of the chain, without a sign-in and without personal data. */
@Controller
class ReceiptPages {

    private final Receipts receipts;

    ReceiptPages(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/receipts")
    String verify(@RequestParam(required = false) String number, Model model) {
        model.addAttribute("number", number);
        receipts.find(number == null ? "" : number.strip())
                .ifPresent(found -> model.addAttribute("receipt", ReceiptView.of(found, receipts.genuine(found))));
        return "receipt";
    }
}
