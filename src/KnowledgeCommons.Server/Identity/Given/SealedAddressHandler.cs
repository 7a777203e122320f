using System.Data;
using System.Runtime.CompilerServices;
using Dapper;

namespace KnowledgeCommons.Server.Identity;

/// <summary>Sealed addresses are TEXT in every table.</summary>
internal sealed class SealedAddressHandler : SqlMapper.TypeHandler<SealedAddress>
{
    [ModuleInitializer]
    internal static void Register() => SqlMapper.AddTypeHandler(new SealedAddressHandler());

    public override void SetValue(IDbDataParameter parameter, SealedAddress? value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = (object?)value?.Stored ?? DBNull.Value;
    }

    public override SealedAddress? Parse(object value) => value is string stored ? new SealedAddress(stored) : null;
}
