package cn.gdpilot.desk.application.api;

import cn.gdpilot.desk.application.Check;
import cn.gdpilot.desk.application.EditApplication;
import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.SelfCheck;
import cn.gdpilot.desk.application.SubmitApplication;
import cn.gdpilot.desk.application.Versions;
import cn.gdpilot.desk.application.WithdrawApplication;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.material.ReceiptView;
import cn.gdpilot.domain.project.ApplicantTimeline;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for applicants' own programs: one application from draft to withdrawal; errors are problem details with rule and a Chinese text. */
@RestController
@RequestMapping("/api")
class ApplicationApi {

    private final OwnApplications own;
    private final EditApplication edit;
    private final SelfCheck selfCheck;
    private final SubmitApplication submit;
    private final WithdrawApplication withdraw;
    private final ApplicantTimeline timeline;
    private final ApplicationViews views;
    private final SignedInApplicant me;

    ApplicationApi(
            OwnApplications own,
            EditApplication edit,
            SelfCheck selfCheck,
            SubmitApplication submit,
            WithdrawApplication withdraw,
            ApplicantTimeline timeline,
            ApplicationViews views,
            SignedInApplicant me) {
        this.own = own;
        this.edit = edit;
        this.selfCheck = selfCheck;
        this.submit = submit;
        this.withdraw = withdraw;
        this.timeline = timeline;
        this.views = views;
        this.me = me;
    }

    @Operation(summary = "查看申请")
    @GetMapping("/applications/{id}")
    ApplicationView get(@PathVariable String id) {
        own.get(me.id(), id);
        return views.of(id);
    }

    @Operation(summary = "修改申请（只写入给出的字段）")
    @PatchMapping("/applications/{id}")
    ApplicationView edit(
            @PathVariable String id,
            @RequestBody ApplicationForm form,
            @RequestHeader(value = "If-Match", required = false) String version) {
        edit.edit(me.id(), id, form, Versions.parse(version));
        return views.of(id);
    }

    @Operation(summary = "自查：提交前会发现什么")
    @GetMapping("/applications/{id}/check")
    Check check(@PathVariable String id) {
        return Check.of(selfCheck.ofOwn(me.id(), id));
    }

    @Operation(summary = "提交申请，返回回执；Idempotency-Key 相同的请求得到同一回执")
    @PostMapping("/applications/{id}/submit")
    ReceiptView submit(
            @PathVariable String id, @RequestHeader(value = "Idempotency-Key", required = false) String key) {
        if (TextLimit.KEY.exceededBy(key)) {
            throw Refusal.invalid("receipt.key-long");
        }
        return ReceiptView.of(submit.submit(me.id(), id, key, me.actor()), true);
    }

    @Operation(summary = "撤回申请")
    @PostMapping("/applications/{id}/withdraw")
    ApplicationView withdraw(@PathVariable String id, @RequestBody(required = false) Withdrawal withdrawal) {
        withdraw.withdraw(me.id(), id, withdrawal == null ? null : withdrawal.reason(), me.actor());
        return views.of(id);
    }

    @Operation(summary = "办理进度")
    @GetMapping("/applications/{id}/timeline")
    List<Step> timeline(@PathVariable String id) {
        own.get(me.id(), id);
        return timeline.of(id).stream().map(Step::of).toList();
    }
}
