namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>Adds an upload's files to a dataset and returns the result of each.</summary>
internal sealed class DatasetUpload(DatasetStore store, TimeProvider clock)
{
    private const int MaxImages = 100;

    public UploadAnswer Commit(string datasetId, Intake intake, TimeSpan visibleAfter) =>
        store.Change(datasetId, dataset =>
        {
            var now = clock.GetUtcNow();
            var visibleFrom = now + visibleAfter;
            var files = dataset.Files.ToList();
            var succeeded = new List<SucceededAsset>();
            var failed = intake.Failed.ToList();
            foreach (var image in intake.Images)
            {
                if (files.Count >= MaxImages)
                {
                    failed.Add(new Refusal(image.Name, "TOO_MANY_IMAGES", IsImage: true));
                    continue;
                }

                var file = new StoredFile(ApiId.New(), image.Name, image.Bytes, image.Sha256, [], visibleFrom);
                File.Move(image.Path, store.AssetPath(datasetId, file.AssetId));
                files.Add(file);
                succeeded.Add(Succeeded(file, file.Name));
            }

            var added = succeeded.Count;
            // A structured caption is applied after a plain one of the same stem, so it is the one that stays.
            foreach (var sidecar in intake.Sidecars.OrderBy(sidecar => sidecar.Structured))
            {
                var at = files.FindLastIndex(file => file.Stem == sidecar.Stem);
                if (at < 0)
                    continue;

                files[at] = files[at] with { Captions = [.. files[at].Captions, new StoredCaption(sidecar.Caption, visibleFrom)] };
                succeeded.Add(Succeeded(files[at], sidecar.Name));
            }

            var refused = failed.Count(refusal => refusal.IsImage);
            var answer = new UploadAnswer(added + refused, added, refused, succeeded,
                [.. failed.Select(refusal => new FailedAsset(refusal.Name, refusal.Reason))]);
            var changed = succeeded.Count == 0 ? dataset : dataset with { Files = files, UpdatedAt = now };
            return (changed, answer);
        });

    private static SucceededAsset Succeeded(StoredFile file, string name) => new(new AssetIdentifier(file.AssetId, "UPLOAD"), name);
}
