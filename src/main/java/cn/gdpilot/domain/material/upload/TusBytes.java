package cn.gdpilot.domain.material.upload;

import cn.gdpilot.domain.files.store.PartFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UploadStorageService;
import me.desair.tus.server.upload.concatenation.UploadConcatenationService;

/** One upload, as the tus library wants to see it, for one request: its bytes are a part file of the store. */
class TusBytes implements UploadStorageService {

    private final BegunUpload upload;
    private final PartFile part;
    private final Uploads uploads;
    private UploadIdFactory ids;
    private boolean terminated;

    /** @param part null where the upload is done and its bytes are the store's */
    TusBytes(BegunUpload upload, PartFile part, Uploads uploads) {
        this.upload = upload;
        this.part = part;
        this.uploads = uploads;
    }

    /** True if the client has given it up. */
    boolean terminated() {
        return terminated;
    }

    @Override
    public UploadInfo getUploadInfo(String address, String ownerKey) throws IOException {
        return terminated ? null : info();
    }

    @Override
    public UploadInfo getUploadInfo(UploadId id) throws IOException {
        return terminated ? null : info();
    }

    private UploadInfo info() throws IOException {
        UploadInfo info = new UploadInfo();
        info.setId(new UploadId(upload.id()));
        info.setLength(upload.sizeBytes());
        info.setOffset(part == null ? upload.sizeBytes() : part.length());
        info.setEncodedMetadata(upload.metadata());
        return info;
    }

    @Override
    public UploadInfo append(UploadInfo info, InputStream content) throws IOException {
        part.append(content, upload.sizeBytes() - part.length());
        return info();
    }

    @Override
    public void removeLastNumberOfBytes(UploadInfo info, long bytes) throws IOException {
        if (part != null && bytes > 0) {
            part.cut(bytes);
        }
    }

    @Override
    public void terminateUpload(UploadInfo info) throws IOException {
        terminated = true;
        uploads.remove(upload.id());
        if (part != null) {
            part.delete();
        }
    }

    @Override
    public void update(UploadInfo info) {
        uploads.goesOn(upload.id());
    }

    @Override
    public Long getUploadExpirationPeriod() {
        return uploads.patience().toMillis();
    }

    @Override
    public String getUploadUri() {
        return ids.getUploadUri();
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        ids = factory;
    }

    @Override
    public long getMaxUploadSize() {
        return 0;
    }

    @Override
    public UploadInfo create(UploadInfo info, String ownerKey) {
        throw new UnsupportedOperationException("Begun elsewhere");
    }

    @Override
    public InputStream getUploadedBytes(String address, String ownerKey) {
        throw new UnsupportedOperationException("Not for reading");
    }

    @Override
    public InputStream getUploadedBytes(UploadId id) {
        throw new UnsupportedOperationException("Not for reading");
    }

    @Override
    public void copyUploadTo(UploadInfo info, OutputStream out) {
        throw new UnsupportedOperationException("Not for reading");
    }

    @Override
    public void cleanupExpiredUploads(UploadLockingService locks) {
        throw new UnsupportedOperationException("Swept elsewhere");
    }

    @Override
    public void setMaxUploadSize(Long bytes) {
        // Limits are the kind's, judged where an upload begins.
    }

    @Override
    public void setUploadExpirationPeriod(Long millis) {
        // A setting.
    }

    @Override
    public void setUploadConcatenationService(UploadConcatenationService service) {
        // That extension is off.
    }

    @Override
    public UploadConcatenationService getUploadConcatenationService() {
        return null;
    }
}
