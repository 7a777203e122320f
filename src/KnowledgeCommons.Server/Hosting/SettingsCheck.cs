using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace KnowledgeCommons.Server.Hosting;

/// <summary>Checks the annotations of an options class; each failure reads "Section:Key must …".</summary>
internal sealed class SettingsCheck<T>(string section) : IValidateOptions<T> where T : class
{
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var wrong = new List<ValidationResult>();
        if (Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true)) return ValidateOptionsResult.Success;
        return ValidateOptionsResult.Fail(wrong.Select(result => $"{section}:{result.MemberNames.FirstOrDefault()} {result.ErrorMessage}"));
    }
}
