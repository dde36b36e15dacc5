package cn.gdpilot.desk.application.api;

import cn.gdpilot.desk.application.BeginDraft;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API by which an applicant's program begins a draft. */
@RestController
@RequestMapping("/api")
class BeginApi {

    private final BeginDraft drafts;
    private final ApplicationViews views;
    private final SignedInApplicant me;

    BeginApi(BeginDraft drafts, ApplicationViews views, SignedInApplicant me) {
        this.drafts = drafts;
        this.views = views;
        this.me = me;
    }

    @Operation(summary = "新建申请草稿")
    @PostMapping("/applications")
    ResponseEntity<ApplicationView> begin(@RequestBody NewApplication form) {
        String id = drafts.begin(me.id(), form.recipient(), form.facts().projectName(), form.facts(), me.actor());
        return ResponseEntity.created(URI.create("/api/applications/" + id)).body(views.of(id));
    }
}
