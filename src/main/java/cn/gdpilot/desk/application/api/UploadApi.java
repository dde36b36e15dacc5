package cn.gdpilot.desk.application.api;

import cn.gdpilot.desk.application.DraftFiles;
import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.UploadGate;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.upload.BegunUpload;
import cn.gdpilot.domain.material.upload.ResumableUploads;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.record.Actor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Uploads that go on after a break (tus 1.0), for the page and for applicants' own programs. */
@RestController
@RequestMapping("/api/applications/{id}/uploads")
class UploadApi {

    private final OwnApplications own;
    private final DraftFiles files;
    private final UploadGate gate;
    private final ResumableUploads resumable;
    private final Uploads uploads;
    private final FileStore store;
    private final SignedInApplicant me;

    UploadApi(
            OwnApplications own,
            DraftFiles files,
            UploadGate gate,
            ResumableUploads resumable,
            Uploads uploads,
            FileStore store,
            SignedInApplicant me) {
        this.own = own;
        this.files = files;
        this.gate = gate;
        this.resumable = resumable;
        this.uploads = uploads;
        this.store = store;
        this.me = me;
    }

    @Operation(summary = "断点续传（tus 1.0）：服务器支持的扩展和大小上限")
    @RequestMapping(method = RequestMethod.OPTIONS)
    void describe(@PathVariable String id, HttpServletResponse response) {
        own.get(me.id(), id);
        resumable.describe(response);
    }

    @Operation(summary = "尚未传完、可以继续的上传")
    @GetMapping
    List<Open> open(@PathVariable String id) {
        own.get(me.id(), id);
        return uploads.open(id).stream().map(this::open).toList();
    }

    @Operation(
            summary =
                    "断点续传（tus 1.0）：开始上传；Upload-Metadata 中 kind 为材料类别，filename 为文件名，replaces 为被替换的同类文件编号，year 为财务审计报告的年份，class 为相关成果的类别（均可不填）")
    @PostMapping
    void begin(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        own.checkEditable(me.id(), id);
        long applicant = me.id();
        Actor actor = me.actor();
        resumable.begin(id, request, response, (bytes, begin) -> gate.admit(applicant, id, bytes, actor, begin));
    }

    @Operation(summary = "断点续传（tus 1.0）：查询已收到的字节数")
    @RequestMapping(value = "/{upload}", method = RequestMethod.HEAD)
    void ask(
            @PathVariable String id,
            @PathVariable String upload,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        own.get(me.id(), id);
        goOn(id, upload, request, response);
    }

    @Operation(summary = "断点续传（tus 1.0）：接着上传；不支持 PATCH 的客户端用 POST 和 X-HTTP-Method-Override")
    @RequestMapping(
            value = "/{upload}",
            method = {RequestMethod.PATCH, RequestMethod.POST})
    void send(
            @PathVariable String id,
            @PathVariable String upload,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        own.checkEditable(me.id(), id);
        goOn(id, upload, request, response);
    }

    @Operation(summary = "断点续传（tus 1.0）：放弃上传")
    @RequestMapping(value = "/{upload}", method = RequestMethod.DELETE)
    void giveUp(
            @PathVariable String id,
            @PathVariable String upload,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        own.get(me.id(), id);
        goOn(id, upload, request, response);
    }

    private void goOn(String id, String upload, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long applicant = me.id();
        resumable.goOn(
                id, upload, request, response, (whole, received) -> files.finish(applicant, id, received, whole));
    }

    private Open open(BegunUpload upload) {
        try {
            return new Open(
                    upload.id(),
                    upload.kind(),
                    upload.name(),
                    upload.sizeBytes(),
                    store.partLength(upload.id()),
                    upload.metadata(),
                    upload.expiresAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An upload that may go on.
     *
     * @param id            end of its address
     * @param kind          what it is
     * @param name          name
     * @param sizeBytes     how many bytes the file has
     * @param receivedBytes how many of them have come
     * @param metadata      as the client sent it
     * @param expiresAt     when it is given up, if nothing comes until then
     */
    record Open(
            String id,
            MaterialKind kind,
            String name,
            long sizeBytes,
            long receivedBytes,
            String metadata,
            Instant expiresAt) {}
}
