package cn.gdpilot.desk.application.api;

import cn.gdpilot.desk.application.DraftFiles;
import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.UploadGate;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.material.FileLabel;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.material.Materials;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API for a file that comes as one request. */
@RestController
@RequestMapping("/api")
class MaterialApi {

    private final OwnApplications own;
    private final DraftFiles files;
    private final UploadGate gate;
    private final Materials materials;
    private final MaterialKinds kinds;
    private final ApplicationViews views;
    private final SignedInApplicant me;

    MaterialApi(
            OwnApplications own,
            DraftFiles files,
            UploadGate gate,
            Materials materials,
            MaterialKinds kinds,
            ApplicationViews views,
            SignedInApplicant me) {
        this.own = own;
        this.files = files;
        this.gate = gate;
        this.materials = materials;
        this.kinds = kinds;
        this.views = views;
        this.me = me;
    }

    @Operation(
            summary =
                    "上传申报材料（请求体即文件内容）；replaces 为被替换的同类文件编号，year 为财务审计报告的年份（如 2025），class 为相关成果的类别（CERTIFICATE、INTELLECTUAL_PROPERTY、AWARD、CORE_TECHNOLOGY、USE_PROOF、SUPPORT_PROOF、OTHER），均可不填")
    @PutMapping("/applications/{id}/materials/{kind}")
    ApplicationView attach(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam String name,
            @RequestParam(required = false) Long replaces,
            @RequestParam(required = false) String year,
            @RequestParam(name = "class", required = false) String resultClass,
            HttpServletRequest request)
            throws IOException {
        own.checkEditable(me.id(), id);
        MaterialKind parsed = kinds.parse(kind);
        FileLabel label = FileLabel.parse(parsed, year, resultClass);
        long told = request.getContentLengthLong();
        // A file that is too large by its own account is refused before a byte of it is written.
        if (told >= 0) {
            materials.checkSize(parsed, told);
        }
        materials.checkReplaced(id, parsed, replaces);
        files.checkLabel(me.id(), id, parsed, name, label, replaces);
        long bytes = told >= 0 ? told : materials.limit(parsed).toBytes();
        gate.pass(
                me.id(),
                id,
                parsed,
                bytes,
                me.actor(),
                () -> files.attach(
                        me.id(),
                        id,
                        materials
                                .receive(parsed, name, request.getInputStream())
                                .labelled(label),
                        replaces));
        return views.of(id);
    }
}
