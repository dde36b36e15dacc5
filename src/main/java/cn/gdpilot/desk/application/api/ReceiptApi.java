package cn.gdpilot.desk.application.api;

import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.ReceiptView;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.text.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API by which anybody verifies a receipt. */
@RestController
@RequestMapping("/api")
class ReceiptApi {

    private final Receipts receipts;

    ReceiptApi(Receipts receipts) {
        this.receipts = receipts;
    }

    @Operation(summary = "核验回执（无需登录）")
    @GetMapping("/receipts/{number}")
    ReceiptView receipt(@PathVariable String number) {
        Receipt receipt = receipts.find(number).orElseThrow(() -> Refusal.notFound("receipt.unknown"));
        return ReceiptView.of(receipt, receipts.genuine(receipt));
    }
}
