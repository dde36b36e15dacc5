package cn.gdpilot.desk.application.api;

import cn.gdpilot.desk.application.account.MailConfirmation;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.record.LimitRefusals;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The API by which an applicant's program confirms the mail address of its contact. */
@RestController
@RequestMapping("/api/account/confirmation")
class ConfirmationApi {

    private final MailConfirmation confirmation;
    private final LimitRefusals limits;
    private final SignedInApplicant me;

    ConfirmationApi(MailConfirmation confirmation, LimitRefusals limits, SignedInApplicant me) {
        this.confirmation = confirmation;
        this.limits = limits;
        this.me = me;
    }

    @Operation(summary = "单位联系人邮箱是否须确认、是否已确认")
    @GetMapping
    MailConfirmation.State state() {
        return confirmation.state(me.id());
    }

    @Operation(summary = "确认邮箱：token 为确认邮件中的验证码，无须登录，只能使用一次")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody Token token) {
        confirmation.confirm(token.token());
    }

    @Operation(summary = "重新发送确认邮件")
    @PostMapping("/letter")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void sendAgain() {
        limits.watch(me.actor(), null, () -> {
            confirmation.send(me.id(), me.actor());
            return null;
        });
    }

    /**
     * Proof that the letter arrived.
     *
     * @param token as the letter has it
     */
    record Token(String token) {
        @Override
        public String toString() {
            return "Token";
        }
    }
}
