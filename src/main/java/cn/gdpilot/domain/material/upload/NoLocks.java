package cn.gdpilot.domain.material.upload;

import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadLock;
import me.desair.tus.server.upload.UploadLockingService;

/** The library's own locks answer 200 to whoever comes second; the part file is locked before it is asked. */
class NoLocks implements UploadLockingService {

    @Override
    public UploadLock lockUploadByUri(String address) {
        return null;
    }

    @Override
    public void cleanupStaleLocks() {
        // There are none.
    }

    @Override
    public boolean isLocked(UploadId id) {
        return false;
    }

    @Override
    public void setIdFactory(UploadIdFactory factory) {
        // Not asked for.
    }
}
