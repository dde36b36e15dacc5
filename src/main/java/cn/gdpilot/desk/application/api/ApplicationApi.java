package cn.gdpilot.desk.application.api;

import cn.gdpilot.desk.application.ApplicationDesk;
import cn.gdpilot.desk.application.Check;
import cn.gdpilot.desk.application.Versions;
import cn.gdpilot.desk.application.account.Registered;
import cn.gdpilot.desk.application.account.Registration;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.ReceiptView;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.project.ApplicantTimeline;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API for applicants' own programs; errors are problem details with rule and a Chinese text. */
@RestController
@RequestMapping("/api")
class ApplicationApi {

    private final Registration registration;
    private final ApplicationDesk desk;
    private final Applications applications;
    private final Materials materials;
    private final Receipts receipts;
    private final ApplicantTimeline timeline;
    private final SignedInApplicant me;

    ApplicationApi(
            Registration registration,
            ApplicationDesk desk,
            Applications applications,
            Materials materials,
            Receipts receipts,
            ApplicantTimeline timeline,
            SignedInApplicant me) {
        this.registration = registration;
        this.desk = desk;
        this.applications = applications;
        this.materials = materials;
        this.receipts = receipts;
        this.timeline = timeline;
        this.me = me;
    }

    @Operation(summary = "登记申报单位")
    @PostMapping("/applicants")
    ResponseEntity<Registered> register(@RequestBody Registration.NewApplicant form) {
        return ResponseEntity.status(201).body(new Registered(registration.register(form)));
    }

    @Operation(summary = "新建申请草稿")
    @PostMapping("/applications")
    ResponseEntity<ApplicationView> begin(@RequestBody NewApplication form) {
        String id = desk.begin(me.id(), form.recipient(), form.facts().projectName(), form.facts(), me.actor());
        return ResponseEntity.created(URI.create("/api/applications/" + id)).body(view(id));
    }

    @Operation(summary = "查看申请")
    @GetMapping("/applications/{id}")
    ApplicationView get(@PathVariable String id) {
        desk.own(me.id(), id);
        return view(id);
    }

    @Operation(summary = "修改申请（只写入给出的字段）")
    @PatchMapping("/applications/{id}")
    ApplicationView edit(
            @PathVariable String id,
            @RequestBody ApplicationForm form,
            @RequestHeader(value = "If-Match", required = false) String version) {
        desk.edit(me.id(), id, form, Versions.parse(version));
        return view(id);
    }

    @Operation(summary = "上传申报材料（请求体即文件内容）；replaces 为被替换的同类文件编号，可不填")
    @PutMapping("/applications/{id}/materials/{kind}")
    ApplicationView attach(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam String name,
            @RequestParam(required = false) Long replaces,
            HttpServletRequest request)
            throws IOException {
        desk.holdEditable(me.id(), id);
        MaterialKind parsed = MaterialKind.parse(kind);
        // What is too large by its own account is refused before a byte of it is written.
        if (request.getContentLengthLong() >= 0) {
            materials.checkSize(parsed, request.getContentLengthLong());
        }
        materials.checkReplaced(id, parsed, replaces);
        desk.attach(me.id(), id, materials.receive(parsed, name, request.getInputStream()), replaces);
        return view(id);
    }

    @Operation(summary = "自查：提交前会发现什么")
    @GetMapping("/applications/{id}/check")
    Check check(@PathVariable String id) {
        return Check.of(desk.check(me.id(), id));
    }

    @Operation(summary = "提交申请，返回回执；Idempotency-Key 相同的请求得到同一回执")
    @PostMapping("/applications/{id}/submit")
    ReceiptView submit(
            @PathVariable String id, @RequestHeader(value = "Idempotency-Key", required = false) String key) {
        if (key != null && key.length() > 100) {
            throw Refusal.invalid("receipt.key-long");
        }
        return ReceiptView.of(desk.submit(me.id(), id, key, me.actor()), true);
    }

    @Operation(summary = "撤回申请")
    @PostMapping("/applications/{id}/withdraw")
    ApplicationView withdraw(@PathVariable String id, @RequestBody(required = false) Withdrawal withdrawal) {
        desk.withdraw(me.id(), id, withdrawal == null ? null : withdrawal.reason(), me.actor());
        return view(id);
    }

    @Operation(summary = "办理进度")
    @GetMapping("/applications/{id}/timeline")
    List<Step> timeline(@PathVariable String id) {
        desk.own(me.id(), id);
        return timeline.of(id).stream().map(Step::of).toList();
    }

    @Operation(summary = "核验回执（无需登录）")
    @GetMapping("/receipts/{number}")
    ReceiptView receipt(@PathVariable String number) {
        Receipt receipt = receipts.find(number).orElseThrow(() -> Refusal.notFound("receipt.unknown"));
        return ReceiptView.of(receipt, receipts.genuine(receipt));
    }

    private ApplicationView view(String id) {
        Application application = applications.get(id);
        List<ApplicationView.File> files =
                materials.of(id).stream().map(ApplicationView.File::of).toList();
        return new ApplicationView(application, files);
    }
}
